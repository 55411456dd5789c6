#@ String (label = "Maps (table, folder, pattern or 4D file)") maps
#@ String (label = "Tail", choices = {"positive", "negative", "both"}, value = "positive") tail
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 10000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Where does the mean of the maps differ from 0?
The macro of the same name makes data to try it on; the page Designs of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("One_Sample_Test.py").read(), {"maps": "participants.tsv", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.report import GroupReport, ReportOptions

settings = PermutationSettings.of({
    "maps": maps, "model": 1, "fwhm": fwhm, "permutations": permutations, "tail": tail, "effect_sizes": True,
    "output": output
})
folder = output.toPath()
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.fit().write(folder)
analysis.permute().write(folder)
analysis.close()
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The results are in %s; read %s." % (folder, folder.resolve("report.html")))
