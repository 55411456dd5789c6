// Regions of an atlas: one number per region and subject is tested, corrected over the regions; then the voxels within some of them.
//
// Options, as key=value pairs separated by spaces; [..] around values that hold spaces:
//   maps          table with the columns participant_id and map; without it, a sample cohort is made, of which the left motor
//                 cortex among others shows an effect, and an atlas that cuts its mask into boxes of 40 mm
//   atlas         label image with its names beside it; needed with maps
//   model         formula, default "1"
//   contrast      what is tested; may be left out with the default model
//   value         mean (default), median, sum, volume or share
//   search        regions within which the voxels are tested, separated by ; and chosen before looking at the data; default
//                 "Left 2 2;Right 2 2", which hold the motor cortices of the sample
//   permutations  number of permutations or sign flips, default 5000
//   output        folder for the results, default "results"

options = getArgument();
maps = option("maps", "");
atlas = option("atlas", "");
output = option("output", "results");

if (maps == "") {
    run("Sample Cohort...", "output=[" + output + "/sample] subjects=20");
    maps = output + "/sample/participants.tsv";
    atlas = makeAtlas(output + "/sample/atlas");
}
data = "maps=[" + maps + "] atlas=[" + atlas + "] model=[" + option("model", "1") + "] contrast=[" + option("contrast", "") + "]"
    + " permutations=" + option("permutations", "5000") + " tail=both";
run("Region Inference...", data + " value=" + option("value", "mean") + " output=[" + output + "/regions]");
run("Permutation Inference...", data + " mask=[atlas:" + option("search", "Left 2 2;Right 2 2") + "] fwhm=8 output=[" + output + "/voxels]");
run("Group Report...", "results=[" + output + "/voxels] output=[" + output + "/report.html]");
print("The regions are in " + output + "/regions/regions.tsv; read " + output + "/report.html on the voxels.");

// Cuts the mask of the sample cohort into boxes, named by side, level and row.
function makeAtlas(path) {
    run("Group Mask...", "maps=[" + maps + "] output=[" + path + "]");
    run("NIfTI...", "path=[" + path + "/mask.nii.gz]");
    step = 40;
    getVoxelSize(dx, dy, dz, unit);
    names = "index\tname\n";
    used = newArray(201);
    for (s = 1; s <= nSlices; s++) {
        setSlice(s);
        for (y = 0; y < getHeight(); y++)
            for (x = 0; x < getWidth(); x++)
                if (getPixel(x, y) > 0) {
                    right = x >= getWidth() / 2;
                    label = 1 + right + 2 * (floor(y * dy / step) + 10 * floor((s - 1) * dz / step));
                    used[label] = 1;
                    setPixel(x, y, label);
                }
    }
    for (label = 1; label < used.length; label++)
        if (used[label]) {
            box = floor((label - 1) / 2);
            side = "Left";
            if ((label - 1) % 2 == 1) side = "Right";
            names = names + label + "\t" + side + " " + floor(box / 10) + " " + (box % 10) + "\n";
        }
    File.saveString(names, path + "/atlas.tsv");
    run("NIfTI-1...", "image=[" + getTitle() + "] path=[" + path + "/atlas.nii.gz]");
    close();
    return path + "/atlas.nii.gz";
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
