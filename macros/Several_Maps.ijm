// Several maps of each subject, such as measures of two kinds: where does any of them have an effect, and where does each? The
// maps are tested by the same sign flips, and their p are combined within each of them.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table with the columns participant_id and those of the maps; left out: two maps of each of 12 people are made,
//                 in which the button press has an effect at the same places (the motor cortices and the cerebellum), seven
//                 tenths as strong as usual
//   map_columns   the columns of the maps, default "map_a,map_b"
//   model         default "1"
//   contrast      default: the only regressor of the model
//   npc           fisher (default), tippett or stouffer
//   mask          auto (default) or a mask image
//   fwhm          smoothing in mm, default 8
//   permutations  number of permutations, default 5000
//   seed          of the permutations, default 0
//   tail          both (default), positive or negative
//   output        folder for the results, default "results"

options = getArgument();
maps = option("maps", "");
output = option("output", "results");

if (maps == "") {
    table = "participant_id\tmap_a\tmap_b\n";
    for (kind = 1; kind <= 2; kind++)
        run("Sample Cohort...", "output=[" + output + "/sample/kind-" + kind + "] subjects=12 seed=" + (10 + kind) + " effect=0.7");
    for (subject = 1; subject <= 12; subject++) {
        id = "sub-" + IJ.pad(subject, 2);
        table = table + id + "\tsample/kind-1/" + id + ".nii.gz\tsample/kind-2/" + id + ".nii.gz\n";
    }
    maps = output + "/participants.tsv";
    File.saveString(table, maps);
}

run("Permutation Inference...", "maps=[" + maps + "] map_columns=[" + option("map_columns", "map_a,map_b") + "] mask=["
    + option("mask", "auto") + "] fwhm=" + option("fwhm", "8") + " model=[" + option("model", "1") + "] contrast=["
    + option("contrast", "") + "] npc=" + option("npc", "fisher") + " conjunction=true effect_sizes=true permutations="
    + option("permutations", "5000") + " seed=" + option("seed", "0") + " tail=" + option("tail", "both")
    + " output=[" + output + "]");
run("Group Report...", "results=[" + output + "] output=[" + output + "/report.html]");
print("The results are in " + output + ", " + output + "/report.html tells what they say.");

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
