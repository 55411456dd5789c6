// Draws the pictures of the pages on designs: runs each design's macro and draws what survives.
// Argument: the folder for the results.

folder = getArgument();
draw("One_Sample_Test", "intercept", "T", "left > right hand: -log10 of the corrected p (voxels)");
draw("Two_Sample_Test", "sexMMinusSexF", "Size", "men > women: -log10 of the corrected p (cluster size)");
draw("ANCOVA", "sexM", "Size", "men - women at equal age: -log10 of the corrected p (cluster size)");
draw("Paired_Test", "sessionSes2", "Size", "second - first session: -log10 of the corrected p (cluster size)");
draw("Repeated_Measures", "sessionSes2SessionSes3", "Size", "any difference of sessions (F): -log10 of the corrected p (cluster size)");
draw("Within_Subject_2x2", "aA2PlusAA2BB22", "Size", "main effect of A: -log10 of the corrected p (cluster size)");

function draw(design, contrast, statistic, title) {
    results = folder + "/" + design;
    runMacro("macros/" + design + ".ijm", "permutations=2000 output=[" + results + "]");
    run("Glass Brain...", "image=[" + results + "/contrast-" + contrast + "_stat-logpMax" + statistic + "_statmap.nii.gz]"
        + " title=[" + title + "] threshold=1.3 output=[src/site/markdown/images/design-" + design + ".png]");
}
