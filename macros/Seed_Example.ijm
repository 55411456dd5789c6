// The figures of nilearn's example of a second-level one-sample test, as they stand on its page: the maps of 16 subjects in a grid, z at
// p < 0.001, and four kinds of corrected p side by side, from p = 0.1 to the least that 500 permutations allow.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table, folder, pattern or 4D file of the effects; without it, a sample cohort is made
//   tmaps         the same of the t maps in the grid, default those of maps
//   subject       what the figures' headings call the maps, default "left-right button press"
//   permutations  number of sign flips, default 500
//   format        png (default) or svg
//   output        folder for the results, default "results"

options = getArgument();
output = option("output", "results");
maps = option("maps", "");
subject = option("subject", "left-right button press");
format = option("format", "png");

if (maps == "") {
    run("Sample Cohort...", "output=[" + output + "/sample]");
    maps = output + "/sample/participants.tsv";
}
data = "maps=[" + maps + "] model=1 fwhm=8 output=[" + output + "]";
stat = output + "/contrast-intercept_stat-";

run("Subject Grid...", "maps=[" + option("tmaps", maps) + "] views=z columns=4 threshold=2 vmin=-8.5 vmax=8.5"
    + " heading=[subjects t_map " + subject + "] output=[" + output + "/subjects." + format + "]");

// 3.0902 is the z of a one-sided p of 0.001.
run("Second-Level Model...", data);
run("Glass Brain...", "image=[" + stat + "z_statmap.nii.gz] views=z threshold=3.0902"
    + " title=[group " + subject + " (unc p<0.001)] output=[" + output + "/z." + format + "]");

run("Permutation Inference...", data + " permutations=" + option("permutations", "500") + " tail=positive cluster_p=0.001");
run("Glass Brain...", "image=[" + stat + "logpBonferroni_statmap.nii.gz;" + stat + "logpMaxT_statmap.nii.gz;"
    + stat + "logpMaxSize_statmap.nii.gz;" + stat + "logpMaxMass_statmap.nii.gz] views=z columns=2 threshold=1 vmax=2.69"
    + " title=[Parametric Test;Permutation Test (Voxel-Level Error Control);Permutation Test (Cluster-Size Error Control);"
    + "Permutation Test (Cluster-Mass Error Control)] heading=[Group " + subject + " (negative log10 p-values)]"
    + " output=[" + output + "/corrected." + format + "]");
print("The figures subjects, z and corrected are in " + output + ".");

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
