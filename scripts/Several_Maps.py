#@ File (label = "Table with the columns of the maps", style = "open") maps
#@ String (label = "Columns of the maps", value = "map_a,map_b") map_columns
#@ String (label = "Combination", choices = {"fisher", "tippett", "stouffer"}, value = "fisher") npc
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Several maps of each subject, such as measures of two kinds: where does any of them have an effect, and where does each? The maps
are tested by the same sign flips, and their p are combined within each of them.
The macro of the same name makes data to try it on; the page Designs of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("Several_Maps.py").read(), {"maps": "participants.tsv", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.report import GroupReport, ReportOptions

settings = PermutationSettings.of({
    "maps": maps, "map_columns": map_columns, "model": 1, "npc": npc, "conjunction": True, "fwhm": fwhm,
    "permutations": permutations, "tail": "both", "effect_sizes": True, "output": output
})
folder = output.toPath()
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.permute().write(folder)
analysis.close()
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The results are in %s; read %s." % (folder, folder.resolve("report.html")))
