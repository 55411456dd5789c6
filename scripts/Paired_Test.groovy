// Two maps per subject: where does the second session differ from the first? The signs of each subject's difference are flipped.
// The macro of the same name makes data to try it on; the page Designs of the manual explains it.
#@ File (label = "Table with the columns participant_id (one per map), map, subject and session", style = "open") maps
#@ String (label = "Contrast", value = "session.ses2") contrast
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(
        maps: maps, model: "C(session) + C(subject)", contrast: contrast, fwhm: fwhm, permutations: permutations,
        tail: "both", effect_sizes: true, output: output)
def folder = output.toPath()
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { analysis ->
    analysis.fit().write(folder)
    analysis.permute().write(folder)
}
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The results are in $folder; read $folder/report.html."
