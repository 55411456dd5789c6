// Group one-sample test on the Brainomics localizer: 16 subjects who pressed buttons with the left and the right hand,
// from the download of their maps to figures with corrected p-values.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   contrast      of the localizer, default "left vs right button press"
//   subjects      a number or a list such as 1,3,5-8, default 16
//   data          has or takes the data; left out: where nilearn keeps them
//   mask          auto (default) or a mask image
//   missing       exclude (default) or zero
//   fwhm          smoothing in mm, default 8
//   permutations  number of permutations or sign flips, default 10000
//   seed          of the random numbers, default 0
//   tail          positive (default), negative or both
//   cluster_p     cluster-forming p, default 0.001
//   threads       0 (default) for one a processor
//   output        folder for the results, default "results"

options = getArgument();
output = option("output", "results");
table = output + "/localizer";

run("Fetch Localizer Contrasts...", "contrast=[" + option("contrast", "left vs right button press") + "] subjects=["
    + option("subjects", "16") + "] tstats data=[" + option("data", "") + "] output=[" + table + ".tsv]");
data = "maps=[" + table + ".tsv] model=1 mask=[" + option("mask", "auto") + "] missing=" + option("missing", "exclude")
    + " fwhm=" + option("fwhm", "8") + " output=[" + output + "]";
stat = output + "/contrast-intercept_stat-";

run("Subject Grid...", "maps=[" + table + "_tmaps.tsv] threshold=2 output=[" + output + "/subjects.png]");

run("Second-Level Model...", data);
run("Glass Brain...", "image=[" + stat + "z_statmap.nii.gz] title=[z, p < 0.001 uncorrected]"
    + " threshold=3.09 views=lyrz output=[" + output + "/z.png]");

run("Permutation Inference...", data + " effect_sizes=true permutations=" + option("permutations", "10000")
    + " seed=" + option("seed", "0") + " tail=" + option("tail", "positive") + " cluster_p=" + option("cluster_p", "0.001")
    + " threads=" + option("threads", "0"));
run("Glass Brain...", "image=[" + stat + "logpBonferroni_statmap.nii.gz;" + stat + "logpMaxT_statmap.nii.gz;"
    + stat + "logpMaxSize_statmap.nii.gz;" + stat + "logpMaxMass_statmap.nii.gz]"
    + " title=[Bonferroni (parametric);Permutation: voxel;Permutation: cluster size;Permutation: cluster mass]"
    + " threshold=1.3 views=lyrz columns=2 output=[" + output + "/corrected.png]");
print("The results are in " + output + ".");

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
