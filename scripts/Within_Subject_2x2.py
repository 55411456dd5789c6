#@ File (label = "Table with the columns participant_id (one per map), map, subject, A and B", style = "open") maps
#@ String (label = "Contrasts, separated by |", value = "A.a2 + A.a2:B.b2 / 2 | B.b2 + A.a2:B.b2 / 2 | A.a2:B.b2") contrast
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Four maps per subject, of two factors A and B with two levels each: the main effect of either, and their interaction. The levels
that come first in the alphabet have no regressor, so that A.a2 alone is the effect of A where B is b1.
The macro of the same name makes data to try it on; the page Designs of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("Within_Subject_2x2.py").read(), {"maps": "participants.tsv", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.report import GroupReport, ReportOptions

settings = PermutationSettings.of({
    "maps": maps, "model": "A * B + C(subject)", "contrast": contrast, "fwhm": fwhm, "permutations": permutations,
    "tail": "both", "effect_sizes": True, "output": output
})
folder = output.toPath()
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.fit().write(folder)
analysis.permute().write(folder)
analysis.close()
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The results are in %s; read %s." % (folder, folder.resolve("report.html")))
