// Four maps per subject, of two factors A and B with two levels each: the main effect of either, and their interaction. What is
// tested is one contrast of each subject's four maps; the signs of these contrasts are flipped, a subject at a time.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table with the columns participant_id (one per map), map, subject, A and B; left out: four maps for each
//                 subject of a sample cohort are made; at the second level of A the effect of the button press (the motor
//                 cortices and the cerebellum) is three times as strong, whatever B; B does nothing, alone or with A.
//                 Whatever is found of B is a false alarm, which each test at p < 0.05 raises in 5 % of such data sets;
//                 these are among the others
//   contrast      contrasts separated by |, default "A.a2 + A.a2:B.b2 / 2 | B.b2 + A.a2:B.b2 / 2 | A.a2:B.b2": the levels
//                 that come first in the alphabet have no regressor, so that A.a2 alone is the effect of A where B is b1
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
    table = "participant_id\tmap\tsubject\tA\tB\n";
    for (a = 1; a <= 2; a++) {
        for (b = 1; b <= 2; b++) {
            folder = "sample/a" + a + "-b" + b;
            run("Sample Cohort...", "output=[" + output + "/" + folder + "] subjects=12 seed=" + (2 * a + b)
                + " effect=" + (2 * a - 1));
            for (subject = 1; subject <= 12; subject++) {
                id = "sub-" + IJ.pad(subject, 2);
                table = table + id + "_a" + a + "-b" + b + "\t" + folder + "/" + id + ".nii.gz\t" + id + "\ta" + a
                    + "\tb" + b + "\n";
            }
        }
    }
    maps = output + "/participants.tsv";
    File.saveString(table, maps);
}
model = "A * B + C(subject)";
contrast = option("contrast", "A.a2 + A.a2:B.b2 / 2 | B.b2 + A.a2:B.b2 / 2 | A.a2:B.b2");

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
