// Four maps per subject, of two factors A and B with two levels each: the main effect of either, and their interaction. The levels
// that come first in the alphabet have no regressor, so that A.a2 alone is the effect of A where B is b1.
// The macro of the same name makes data to try it on; the page Designs of the manual explains it.
#@ File (label = "Table with the columns participant_id (one per map), map, subject, A and B", style = "open") maps
#@ String (label = "Contrasts, separated by |", value = "A.a2 + A.a2:B.b2 / 2 | B.b2 + A.a2:B.b2 / 2 | A.a2:B.b2") contrast
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(
        maps: maps, model: "A * B + C(subject)", contrast: contrast, fwhm: fwhm, permutations: permutations,
        tail: "both", effect_sizes: true, output: output)
def folder = output.toPath()
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { analysis ->
    analysis.fit().write(folder)
    analysis.permute().write(folder)
}
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The results are in $folder; read $folder/report.html."
