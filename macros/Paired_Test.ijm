// Two maps per subject: where does the second session differ from the first? What is tested is each subject's difference; the
// signs of the differences are flipped.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table with the columns participant_id (one per map), map, subject and session; left out: two sessions of
//                 a sample cohort are made; in the second one the effect of the button press (the motor cortices and the
//                 cerebellum) is three times as strong, and nothing else changes
//   contrast      default "session.ses2", the change from the level that comes first in the alphabet
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
    table = "participant_id\tmap\tsubject\tsession\n";
    for (session = 1; session <= 2; session++) {
        folder = "sample/session-" + session;
        run("Sample Cohort...", "output=[" + output + "/" + folder + "] subjects=12 seed=" + (2 + session)
            + " effect=" + (2 * session - 1));
        for (subject = 1; subject <= 12; subject++) {
            id = "sub-" + IJ.pad(subject, 2);
            table = table + id + "_ses-" + session + "\t" + folder + "/" + id + ".nii.gz\t" + id + "\tses" + session + "\n";
        }
    }
    maps = output + "/participants.tsv";
    File.saveString(table, maps);
}
model = "C(session) + C(subject)";
contrast = option("contrast", "session.ses2");

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
