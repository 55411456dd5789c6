// Where does the mean of the maps differ from 0?
// The macro of the same name makes data to try it on; the page Designs of the manual explains it.
#@ String (label = "Maps (table, folder, pattern or 4D file)") maps
#@ String (label = "Tail", choices = {"positive", "negative", "both"}, value = "positive") tail
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 10000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(
        maps: maps, model: 1, fwhm: fwhm, permutations: permutations, tail: tail, effect_sizes: true, output: output)
def folder = output.toPath()
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { analysis ->
    analysis.fit().write(folder)
    analysis.permute().write(folder)
}
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The results are in $folder; read $folder/report.html."
