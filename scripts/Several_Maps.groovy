// Several maps of each subject, such as measures of two kinds: where does any of them have an effect, and where does each? The maps
// are tested by the same sign flips, and their p are combined within each of them.
// The macro of the same name makes data to try it on; the page Designs of the manual explains it.
#@ File (label = "Table with the columns of the maps", style = "open") maps
#@ String (label = "Columns of the maps", value = "map_a,map_b") map_columns
#@ String (label = "Combination", choices = {"fisher", "tippett", "stouffer"}, value = "fisher") npc
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(
        maps: maps, map_columns: map_columns, model: 1, npc: npc, conjunction: true, fwhm: fwhm,
        permutations: permutations, tail: "both", effect_sizes: true, output: output)
def folder = output.toPath()
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { analysis ->
    analysis.permute().write(folder)
}
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The results are in $folder; read $folder/report.html."
