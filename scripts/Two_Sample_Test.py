#@ File (label = "Table with the columns map and the group's", style = "open") maps
#@ String (label = "Column of the group", value = "sex") group
#@ String (label = "Contrast", value = "sex.M - sex.F") contrast
#@ Boolean (label = "Unequal variances (Welch's v)", value = false) unequal
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Two groups: where do their means differ?
The macro of the same name makes data to try it on; the page Designs of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("Two_Sample_Test.py").read(), {"maps": "participants.tsv", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.report import GroupReport, ReportOptions

settings = PermutationSettings.of({
    "maps": maps, "model": "0 + %s" % group, "contrast": contrast, "variance_groups": group if unequal else "",
    "fwhm": fwhm, "permutations": permutations, "tail": "both", "effect_sizes": True, "output": output
})
folder = output.toPath()
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.fit().write(folder)
analysis.permute().write(folder)
analysis.close()
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The results are in %s; read %s." % (folder, folder.resolve("report.html")))
