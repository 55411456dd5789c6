#@ File (label = "Table with the columns participant_id and map", style = "open") maps
#@ File (label = "Atlas (label image with its names beside it)", style = "open") atlas
#@ String (label = "Value of a region", choices = {"mean", "median", "sum", "volume", "share"}, value = "mean") value
#@ String (label = "Regions to search, separated by ;") search
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
"""
Regions of an atlas: one number per region and subject is tested, corrected over the regions; then the voxels within some regions,
which were chosen before looking at the data.
The macro of the same name makes data to try it on; the page Regions of the manual explains it. From PyImageJ:
ij.py.run_script("py", open("Region_Inference.py").read(),
                 {"maps": "participants.tsv", "atlas": "atlas.nii.gz", "search": "Cortex", "output": "results"})
"""
try:
    import jpype.imports  # Python 3, as in PyImageJ
except ImportError:
    pass  # Jython, as in Fiji's script editor
from cohort import Progress
from cohort.analysis import GroupAnalysis, OpenImages, PermutationSettings
from cohort.analysis.region import RegionAnalysis, RegionFolder, RegionSettings
from cohort.figure import Figures, RegionDots
from cohort.report import GroupReport, ReportOptions

data = {"maps": maps, "atlas": atlas, "model": 1, "permutations": permutations, "tail": "both"}
regions = RegionAnalysis.test(RegionSettings.of(dict(data, value=value)), OpenImages.NONE, Progress.NONE)
folder = output.toPath()
written = RegionFolder.open("output", folder.resolve("regions"))
written.write(regions, Figures.toSvg(RegionDots.of(regions)))
written.close()

voxels = folder.resolve("voxels")
settings = PermutationSettings.of(dict(data, mask="atlas:%s" % search, fwhm=fwhm, output=voxels))
analysis = GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE)
analysis.permute().write(voxels)
analysis.close()
GroupReport.write(voxels, ReportOptions.DEFAULT, folder.resolve("report.html"))
print("The regions are in %s; read %s on the voxels." % (folder.resolve("regions/regions.tsv"), folder.resolve("report.html")))
