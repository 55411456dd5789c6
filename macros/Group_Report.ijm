// From one map per subject to a report: permutation inference, and one HTML page that tells all of it.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table, folder, pattern or 4D file; without it, a sample cohort is made
//   model         formula, default 1
//   contrast      default: the only regressor
//   mask          auto (default) or a mask image
//   fwhm          smoothing in mm, default 8
//   permutations  number of permutations or sign flips, default 10000
//   seed          of the random numbers, default 0
//   tail          both (default), positive or negative
//   cluster_p     cluster-forming p, default 0.001
//   tfce          false (default) or true
//   effect_sizes  true (default) or false: d, r or partial R2 with their intervals
//   title         of the report; left out: the question
//   background    of the slices: auto (default), mask, mean or an image
//   output        folder for the results, default "results"

options = getArgument();
maps = option("maps", "");
output = option("output", "results");

if (maps == "") {
    run("Sample Cohort...", "output=[" + output + "/sample]");
    maps = output + "/sample/participants.tsv";
}
data = "maps=[" + maps + "] model=[" + option("model", "1") + "] contrast=[" + option("contrast", "") + "] mask=["
    + option("mask", "auto") + "] fwhm=" + option("fwhm", "8") + " output=[" + output + "]";

run("Second-Level Model...", data);
run("Permutation Inference...", data + " permutations=" + option("permutations", "10000") + " seed=" + option("seed", "0")
    + " tail=" + option("tail", "both") + " cluster_p=" + option("cluster_p", "0.001") + " tfce=" + option("tfce", "false")
    + " effect_sizes=" + option("effect_sizes", "true"));
run("Group Report...", "results=[" + output + "] title=[" + option("title", "") + "] background=[" + option("background", "auto")
    + "] output=[" + output + "/report.html]");
print("The report is " + output + "/report.html.");

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
