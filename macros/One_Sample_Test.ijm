// Group one-sample test: from one map per subject to figures with corrected p-values.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table, folder, pattern or 4D file; without it, a sample cohort is made
//   mask          auto (default) or a mask image
//   missing       exclude (default) or zero
//   fwhm          smoothing in mm, default 8
//   permutations  number of permutations or sign flips, default 10000
//   seed          of the random numbers, default 0
//   tail          positive (default), negative or both
//   cluster_p     cluster-forming p, default 0.001
//   threads       0 (default) for one a processor
//   threshold     of the subjects' maps in the first figure, default 3
//   output        folder for the results, default "results"

options = getArgument();
maps = option("maps", "");
output = option("output", "results");
mask = option("mask", "auto");
missing = option("missing", "exclude");
fwhm = option("fwhm", "8");
tail = option("tail", "positive");

if (maps == "") {
    run("Sample Cohort...", "output=[" + output + "/sample]");
    maps = output + "/sample/participants.tsv";
}
data = "maps=[" + maps + "] model=1 mask=[" + mask + "] missing=" + missing + " fwhm=" + fwhm + " output=[" + output + "]";
stat = output + "/contrast-intercept_stat-";

run("Subject Grid...", "maps=[" + maps + "] threshold=" + option("threshold", "3") + " mask=[" + mask
    + "] output=[" + output + "/subjects.png]");

run("Second-Level Model...", data);
run("Glass Brain...", "image=[" + stat + "z_statmap.nii.gz] title=[z, p < 0.001 uncorrected]"
    + " threshold=3.09 views=lyrz output=[" + output + "/z.png]");

permutations = parseInt(option("permutations", "10000"));
run("Permutation Inference...", data + " effect_sizes=true permutations=" + permutations
    + " seed=" + option("seed", "0") + " tail=" + tail + " cluster_p=" + option("cluster_p", "0.001")
    + " threads=" + option("threads", "0"));
run("Glass Brain...", "image=[" + stat + "logpBonferroni_statmap.nii.gz;" + stat + "logpMaxT_statmap.nii.gz;"
    + stat + "logpMaxSize_statmap.nii.gz;" + stat + "logpMaxMass_statmap.nii.gz]"
    + " title=[Bonferroni (parametric);Permutation: voxel;Permutation: cluster size;Permutation: cluster mass]"
    + " threshold=1.3 vmax=" + maxOf(2, log(permutations + 1) / log(10)) + " views=lyrz columns=2 output=[" + output + "/corrected.png]");
run("Cluster Table...", "image=[" + stat + "t_statmap.nii.gz] output=[" + output + "/clusters.tsv]");
run("Group Report...", "results=[" + output + "] output=[" + output + "/report.html]");
print("The maps are in " + output + ", the clusters in " + output + "/clusters.tsv; " + output + "/report.html shows all of it.");

// The value of a key, or what stands for it if the options do not name the key.
function option(key, otherwise) {
    text = " " + options + " ";
    at = indexOf(text, " " + key + "=");
    if (at < 0) return otherwise;
    at = at + lengthOf(key) + 2;
    stop = " ";
    if (substring(text, at, at + 1) == "[") {
        at = at + 1;
        stop = "]";
    }
    return substring(text, at, indexOf(text, stop, at));
}
