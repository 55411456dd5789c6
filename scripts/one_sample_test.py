"""A group analysis from maps to report, in PyImageJ: python one_sample_test.py FIJI MAPS OUTPUT."""
import sys
import imagej, scyjava

fiji, maps, output = sys.argv[1:]
ij = imagej.init(fiji)  # a Fiji with Cohort
Progress = scyjava.jimport("cohort.Progress")
PermutationSettings = scyjava.jimport("cohort.analysis.PermutationSettings")
GroupAnalysis = scyjava.jimport("cohort.analysis.GroupAnalysis")
OpenImages = scyjava.jimport("cohort.analysis.OpenImages")
GroupReport = scyjava.jimport("cohort.report.GroupReport")
ReportOptions = scyjava.jimport("cohort.report.ReportOptions")

settings = PermutationSettings.parse("maps=[%s] fwhm=8 permutations=10000 tail=both output=[%s]" % (maps, output))
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
folder = scyjava.jimport("java.io.File")(output).toPath()
analysis.fit().write(folder)
results = analysis.permute()
results.write(folder)
GroupReport.write(results, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("smallest corrected p: %g" % (10 ** -max(results.contrasts().get(0).test("t").get().logP())))
