// A one-sample test by SciJava Ops on an open hyperstack: x, y, z and one frame for each subject.
#@ OpEnvironment ops
#@ Img maps
#@output Img t
import net.imglib2.img.array.ArrayImgs

def smoothed = ops.op("cohort.smooth.gaussian").input(maps, [3, 3, 3] as double[], 6d).apply()
def mask = ops.op("cohort.mask.fromMaps").input(maps).apply()
long subjects = maps.dimension(3)
def ones = ArrayImgs.doubles([1] * subjects as double[], 1L, subjects), one = ArrayImgs.doubles([1] as double[], 1L)
def tests = ops.op("cohort.permute.test").input(smoothed, ones, one, 1000, mask).apply()
t = tests[0].map()
println "smallest corrected p: " + 10 ** -tests[0].logP().collect { it.get() }.max()
