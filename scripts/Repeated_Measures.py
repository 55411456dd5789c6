#@ File (label = "Table with the columns participant_id (one per map), map, subject and session", style = "open") maps
#@ String (label = "Contrast: a row per session but the first", value = "session.ses2; session.ses3") contrast
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Several maps per subject: does any session differ from another? An F test, in which all differences of a subject change their
signs together.
The macro of the same name makes data to try it on; the page Designs of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("Repeated_Measures.py").read(), {"maps": "participants.tsv", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.report import GroupReport, ReportOptions

settings = PermutationSettings.of({
    "maps": maps, "model": "C(session) + C(subject)", "contrast": contrast, "fwhm": fwhm, "permutations": permutations,
    "effect_sizes": True, "output": output
})
folder = output.toPath()
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.fit().write(folder)
analysis.permute().write(folder)
analysis.close()
GroupReport.write(folder, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The results are in %s; read %s." % (folder, folder.resolve("report.html")))
