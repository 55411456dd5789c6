// Two groups and a covariate: the group's effect at equal age, the effect of age at equal group, and each corrected for
// both.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table with the columns participant_id, map and those of the model; without it, a sample cohort is made,
//                 in which men have three times the effect of the button press (in the motor cortices and the cerebellum) and
//                 age changes it by 0.4 % a year, too little to be found with 20 subjects. Whatever is found of age
//                 elsewhere is a false alarm, which each test at p < 0.05 raises in 5 % of such data sets; these are among
//                 the others
//   model         formula, default "sex + center(age)"
//   contrast      contrasts separated by |, default "sex.M | center.age"
//   mask          auto (default) or a mask image
//   fwhm          smoothing in mm, default 8
//   permutations  number of permutations or sign flips, default 5000
//   seed          of the random numbers, default 0
//   tail          both (default), positive or negative
//   tfce          false (default) or true
//   output        folder for the results, default "results"

options = getArgument();
maps = option("maps", "");
output = option("output", "results");

if (maps == "") {
    // The same people twice, with another effect: the women are taken from the first cohort, the men from the second.
    run("Sample Cohort...", "output=[" + output + "/sample/usual] subjects=20");
    run("Sample Cohort...", "output=[" + output + "/sample/strong] subjects=20 effect=3");
    rows = split(File.openAsString(output + "/sample/usual/participants.tsv"), "\n");
    table = rows[0] + "\n";
    for (r = 1; r < rows.length; r++) {
        folder = "sample/usual/";
        if (indexOf(rows[r], "\tM\t") >= 0) folder = "sample/strong/";
        table = table + replace(rows[r], "\tsub-", "\t" + folder + "sub-") + "\n";
    }
    maps = output + "/participants.tsv";
    File.saveString(table, maps);
}
model = option("model", "sex + center(age)");
contrast = option("contrast", "sex.M | center.age");

data = "maps=[" + maps + "] mask=[" + option("mask", "auto") + "] fwhm=" + option("fwhm", "8") + " output=[" + output + "]"
    + " model=[" + model + "] contrast=[" + contrast + "]";
run("Design Matrix...", "maps=[" + maps + "] model=[" + model + "] contrast=[" + contrast + "] output=[" + output + "/design.png]");
run("Second-Level Model...", data);
run("Permutation Inference...", data + " effect_sizes=true permutations=" + option("permutations", "5000") + " seed=" + option("seed", "0")
    + " tail=" + option("tail", "both") + " tfce=" + option("tfce", "false"));
run("Group Report...", "results=[" + output + "] output=[" + output + "/report.html]");
print("The results are in " + output + "; read " + output + "/report.html.");

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
