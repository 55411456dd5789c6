// Two groups: where do their means differ?
// The macro of the same name makes data to try it on; the page Designs of the manual explains it.
#@ File (label = "Table with the columns map and the group's", style = "open") maps
#@ String (label = "Column of the group", value = "sex") group
#@ String (label = "Contrast", value = "sex.M - sex.F") contrast
#@ Boolean (label = "Unequal variances (Welch's v)", value = false) unequal
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(
        maps: maps, model: "0 + $group", contrast: contrast, variance_groups: unequal ? group : "", fwhm: fwhm,
        permutations: permutations, tail: "both", effect_sizes: true, output: output)
def folder = output.toPath()
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { analysis ->
    analysis.fit().write(folder)
    analysis.permute().write(folder)
}
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The results are in $folder; read $folder/report.html."
