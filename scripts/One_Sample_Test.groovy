// A group analysis from maps to report: run it in Fiji's script editor, or headless as the README says.
#@ String (label = "Maps (table, folder, pattern)") maps
#@ String (label = "Output folder") output
import cohort.Progress
import cohort.analysis.*
import cohort.report.*

def settings = PermutationSettings.of(maps: maps, fwhm: 8, permutations: 10000, tail: "both", output: output)
def analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
def folder = new File(output).toPath()
analysis.fit().write(folder)
def results = analysis.permute()
results.write(folder)
GroupReport.write(results, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "smallest corrected p: " + 10 ** -results.contrasts()[0].test("t").get().logP().max()
