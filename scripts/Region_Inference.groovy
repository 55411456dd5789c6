// Regions of an atlas: one number per region and subject is tested, corrected over the regions; then the voxels within some regions,
// which were chosen before looking at the data.
// The macro of the same name makes data to try it on; the page Regions of the manual explains it.
#@ File (label = "Table with the columns participant_id and map", style = "open") maps
#@ File (label = "Atlas (label image with its names beside it)", style = "open") atlas
#@ String (label = "Value of a region", choices = {"mean", "median", "sum", "volume", "share"}, value = "mean") value
#@ String (label = "Regions to search, separated by ;") search
#@ Double (label = "Smoothing FWHM (mm)", value = 8) fwhm
#@ Integer (label = "Permutations", value = 5000) permutations
#@ File (label = "Output folder", style = "directory") output
import cohort.Progress
import cohort.analysis.*
import cohort.analysis.region.*
import cohort.figure.*
import cohort.report.*

def data = [maps: maps, atlas: atlas, model: 1, permutations: permutations, tail: "both"]
def regions = RegionAnalysis.test(RegionSettings.of(data + [value: value]), OpenImages.NONE, Progress.NONE)
def folder = output.toPath()
RegionFolder.open("output", folder.resolve("regions")).withCloseable {
    it.write(regions, Figures.toSvg(RegionDots.of(regions)))
}

def voxels = folder.resolve("voxels")
def settings = PermutationSettings.of(data + [mask: "atlas:$search", fwhm: fwhm, output: voxels])
GroupAnalysis.load(settings, OpenImages.NONE, Progress.NONE).withCloseable { it.permute().write(voxels) }
GroupReport.write(voxels, ReportOptions.DEFAULT, folder.resolve("report.html"))
println "The regions are in $folder/regions/regions.tsv; read $folder/report.html on the voxels."
