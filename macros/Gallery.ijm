// Every figure that Cohort draws, on a sample cohort with a covariate: PNG and SVG, in a folder.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   permutations  number of permutations or sign flips, default 1000
//   output        folder for the figures, default "gallery"

options = getArgument();
output = option("output", "gallery");
sample = output + "/sample";
maps = sample + "/participants.tsv";
stat = output + "/results/contrast-intercept_stat-";

run("Sample Cohort...", "output=[" + sample + "]");
data = "maps=[" + maps + "] model=1 fwhm=8 output=[" + output + "/results]";
run("Second-Level Model...", data);
run("Permutation Inference...", data + " tail=both tfce permutations=" + option("permutations", "1000"));

z = stat + "z_statmap.nii.gz";
corrected = "image=[" + stat + "logpBonferroni_statmap.nii.gz;" + stat + "logpMaxT_statmap.nii.gz;"
    + stat + "logpMaxSize_statmap.nii.gz;" + stat + "logpMaxTfce_statmap.nii.gz]"
    + " title=[Bonferroni (parametric);Permutation: voxel;Permutation: cluster size;Permutation: TFCE]";

// The data.
draw("Subject Grid...", "maps=[" + maps + "] threshold=3", "subject-grid");
draw("Carpet...", "maps=[" + maps + "] mask=[" + output + "/results/mask.nii.gz]", "carpet");
draw("Design Matrix...", "maps=[" + maps + "] model=[sex + age] contrast=[age; sex.M]", "design");

// The maps.
views = newArray("ortho", "x", "y", "z", "xz", "yx", "yz", "lr", "lzr", "lyr", "lzry", "lyrz");
for (v = 0; v < views.length; v++)
    draw("Glass Brain...", "image=[" + z + "] title=[z > 3.09] threshold=3.09 views=" + views[v], "glass-" + views[v]);
draw("Glass Brain...", "image=[" + z + "] threshold=3.09 abs views=lyrz", "glass-abs");
draw("Glass Brain...", "image=[" + z + "] threshold=3.09 outline=mask views=lyrz", "glass-mask");
draw("Glass Brain...", "image=[" + z + "] threshold=2.3 contours=[3.09, 5] views=lyrz", "glass-contours");
draw("Glass Brain...", corrected + " threshold=1.3 shared views=lyrz columns=2", "glass-panels");
draw("Slices...", "image=[" + z + "] threshold=3.09", "slices-peak");
draw("Slices...", "image=[" + z + "] threshold=3.09 cuts=[39, -24, 54]", "slices-point");
draw("Slices...", "image=[" + z + "] threshold=3.09 views=z cuts=7", "slices-cuts");
draw("Slices...", "image=[" + z + "] background=mean threshold=3.09 views=z cuts=7", "slices-mean");
draw("Slices...", "image=[" + z + "] background=mask threshold=3.09 views=y cuts=[-60, -54, -24, -18]", "slices-mm");

// The evidence.
draw("Null Distribution...", "results=[" + output + "/results]", "nulls");
draw("P-P Plot...", "image=[" + stat + "p_statmap.nii.gz]", "p-p");

// On black, with the colours of ImageJ, and by error rates.
draw("Glass Brain...", "image=[" + z + "] heading=[Mean over subjects] threshold=p0.001 vmin=0 lut=fire paper=black views=lyrz",
    "black-glass");
draw("Slices...", "image=[" + stat + "logp_statmap.nii.gz] background=[" + maps + "] threshold=fdr0.05 paper=black", "black-slices");
draw("Glass Brain...", "image=[" + output + "/results/mask.nii.gz] title=[Mask]", "mask");

// For a journal's column.
draw("Glass Brain...", "image=[" + z + "] title=[z > 3.09] threshold=3.09 views=lyrz width=85 dpi=300", "column-glass");
draw("Slices...", "image=[" + z + "] background=[" + maps + "] threshold=3.09 views=z cuts=7 width=85 dpi=300", "column-slices");
draw("Subject Grid...", "maps=[" + maps + "] threshold=3 width=85 dpi=300", "column-grid");
draw("Null Distribution...", "results=[" + output + "/results] width=85 dpi=300", "column-nulls");

// Maps in which there is nothing to see.
draw("Glass Brain...", "image=[" + z + "] threshold=99 views=lyrz", "empty-glass");
draw("Slices...", "image=[" + z + "] threshold=99", "empty-slices");
print("The figures are in " + output + ".");

function draw(command, arguments, name) {
    run(command, arguments + " output=[" + output + "/" + name + ".png]");
    run(command, arguments + " output=[" + output + "/" + name + ".svg]");
}

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
