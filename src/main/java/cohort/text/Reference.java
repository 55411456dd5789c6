package cohort.text;

import java.io.Serializable;

/**
 * A work of the literature.
 *
 * @param key as it is cited in the text, without parentheses
 * @param authors family names and initials
 * @param year of publication
 * @param title of the paper, without a full stop
 * @param journal journal, volume, issue and pages
 * @param doi the digital object identifier; may be empty
 */
public record Reference(String key, String authors, int year, String title, String journal, String doi)
        implements Serializable {
    public static final Reference ABRAHAM_2014 = new Reference(
            "Abraham et al., 2014",
            "Abraham A, Pedregosa F, Eickenberg M, Gervais P, Mueller A, Kossaifi J, Gramfort A, Thirion B, Varoquaux G",
            2014,
            "Machine learning for neuroimaging with scikit-learn",
            "Frontiers in Neuroinformatics 8:14",
            "10.3389/fninf.2014.00014");
    public static final Reference ANDREELLA_2023 = new Reference(
            "Andreella et al., 2023",
            "Andreella A, Hemerik J, Finos L, Weeda W, Goeman J",
            2023,
            "Permutation-based true discovery proportions for functional magnetic resonance imaging cluster analysis",
            "Statistics in Medicine 42(14):2311–2340",
            "10.1002/sim.9725");
    public static final Reference ASPIN_WELCH_1949 = new Reference(
            "Aspin and Welch, 1949",
            "Aspin AA, Welch BL",
            1949,
            "Tables for use in comparisons whose accuracy involves two variances, separately estimated",
            "Biometrika 36(3/4):290–296",
            "10.1093/biomet/36.3-4.290");
    public static final Reference BENJAMINI_HOCHBERG_1995 = new Reference(
            "Benjamini and Hochberg, 1995",
            "Benjamini Y, Hochberg Y",
            1995,
            "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
            "Journal of the Royal Statistical Society: Series B 57(1):289–300",
            "10.1111/j.2517-6161.1995.tb02031.x");
    public static final Reference BESAG_CLIFFORD_1991 = new Reference(
            "Besag and Clifford, 1991",
            "Besag J, Clifford P",
            1991,
            "Sequential Monte Carlo p-values",
            "Biometrika 78(2):301–304",
            "10.1093/biomet/78.2.301");
    public static final Reference BLANCHARD_2020 = new Reference(
            "Blanchard et al., 2020",
            "Blanchard G, Neuvial P, Roquain E",
            2020,
            "Post hoc confidence bounds on false positives using reference families",
            "Annals of Statistics 48(3):1281–1303",
            "10.1214/19-AOS1847");
    public static final Reference BONETT_2008 = new Reference(
            "Bonett, 2008",
            "Bonett DG",
            2008,
            "Confidence intervals for standardized linear contrasts of means",
            "Psychological Methods 13(2):99–109",
            "10.1037/1082-989X.13.2.99");
    public static final Reference BULLMORE_1999 = new Reference(
            "Bullmore et al., 1999",
            "Bullmore ET, Suckling J, Overmeyer S, Rabe-Hesketh S, Taylor E, Brammer MJ",
            1999,
            "Global, voxel, and cluster tests, by theory and permutation, for a difference between two groups of"
                    + " structural MR images of the brain",
            "IEEE Transactions on Medical Imaging 18(1):32–42",
            "10.1109/42.750253");
    public static final Reference CASANOVA_2007 = new Reference(
            "Casanova et al., 2007",
            "Casanova R, Srikanth R, Baer A, Laurienti PJ, Burdette JH, Hayasaka S, Flowers L, Wood F, Maldjian JA",
            2007,
            "Biological parametric mapping: a statistical toolbox for multimodality brain image analysis",
            "NeuroImage 34(1):137–143",
            "10.1016/j.neuroimage.2006.09.011");
    public static final Reference COHEN_1988 = new Reference(
            "Cohen, 1988",
            "Cohen J",
            1988,
            "Statistical Power Analysis for the Behavioral Sciences, 2nd edition",
            "Lawrence Erlbaum, Hillsdale",
            "");
    public static final Reference DRAPER_STONEMAN_1966 = new Reference(
            "Draper and Stoneman, 1966",
            "Draper NR, Stoneman DM",
            1966,
            "Testing for the inclusion of variables in linear regression by a randomisation technique",
            "Technometrics 8(4):695–699",
            "10.1080/00401706.1966.10490402");
    public static final Reference FISHER_1932 = new Reference(
            "Fisher, 1932",
            "Fisher RA",
            1932,
            "Statistical Methods for Research Workers, 4th edition",
            "Oliver and Boyd, Edinburgh",
            "");
    public static final Reference FREEDMAN_LANE_1983 = new Reference(
            "Freedman and Lane, 1983",
            "Freedman D, Lane D",
            1983,
            "A nonstochastic interpretation of reported significance levels",
            "Journal of Business & Economic Statistics 1(4):292–298",
            "10.1080/07350015.1983.10509354");
    public static final Reference FRISTON_EXTENT_1994 = new Reference(
            "Friston, Worsley et al., 1994",
            "Friston KJ, Worsley KJ, Frackowiak RSJ, Mazziotta JC, Evans AC",
            1994,
            "Assessing the significance of focal activations using their spatial extent",
            "Human Brain Mapping 1(3):210–220",
            "10.1002/hbm.460010306");
    public static final Reference FRISTON_MODEL_1994 = new Reference(
            "Friston, Holmes et al., 1994",
            "Friston KJ, Holmes AP, Worsley KJ, Poline JP, Frith CD, Frackowiak RSJ",
            1994,
            "Statistical parametric maps in functional imaging: a general linear approach",
            "Human Brain Mapping 2(4):189–210",
            "10.1002/hbm.460020402");
    public static final Reference HEDGES_1981 = new Reference(
            "Hedges, 1981",
            "Hedges LV",
            1981,
            "Distribution theory for Glass's estimator of effect size and related estimators",
            "Journal of Educational Statistics 6(2):107–128",
            "10.3102/10769986006002107");
    public static final Reference KENNEDY_1995 = new Reference(
            "Kennedy, 1995",
            "Kennedy PE",
            1995,
            "Randomization tests in econometrics",
            "Journal of Business & Economic Statistics 13(1):85–94",
            "10.1080/07350015.1995.10524581");
    public static final Reference KRIEGESKORTE_2009 = new Reference(
            "Kriegeskorte et al., 2009",
            "Kriegeskorte N, Simmons WK, Bellgowan PSF, Baker CI",
            2009,
            "Circular analysis in systems neuroscience: the dangers of double dipping",
            "Nature Neuroscience 12(5):535–540",
            "10.1038/nn.2303");
    public static final Reference MANLY_1986 = new Reference(
            "Manly, 1986",
            "Manly BFJ",
            1986,
            "Randomization and regression methods for testing for associations with geographical, environmental and"
                    + " biological distances between populations",
            "Researches on Population Ecology 28(2):201–218",
            "10.1007/BF02515450");
    public static final Reference NICHOLS_2005 = new Reference(
            "Nichols et al., 2005",
            "Nichols T, Brett M, Andersson J, Wager T, Poline J-B",
            2005,
            "Valid conjunction inference with the minimum statistic",
            "NeuroImage 25(3):653–660",
            "10.1016/j.neuroimage.2004.12.005");
    public static final Reference NICHOLS_HOLMES_2002 = new Reference(
            "Nichols and Holmes, 2002",
            "Nichols TE, Holmes AP",
            2002,
            "Nonparametric permutation tests for functional neuroimaging: a primer with examples",
            "Human Brain Mapping 15(1):1–25",
            "10.1002/hbm.1058");
    public static final Reference PHIPSON_SMYTH_2010 = new Reference(
            "Phipson and Smyth, 2010",
            "Phipson B, Smyth GK",
            2010,
            "Permutation P-values should never be zero: calculating exact P-values when permutations are randomly"
                    + " drawn",
            "Statistical Applications in Genetics and Molecular Biology 9(1):39",
            "10.2202/1544-6115.1585");
    public static final Reference ROSENBLATT_2018 = new Reference(
            "Rosenblatt et al., 2018",
            "Rosenblatt JD, Finos L, Weeda WD, Solari A, Goeman JJ",
            2018,
            "All-Resolutions Inference for brain imaging",
            "NeuroImage 181:786–796",
            "10.1016/j.neuroimage.2018.07.060");
    public static final Reference ROUANET_LEPINE_1970 = new Reference(
            "Rouanet and Lépine, 1970",
            "Rouanet H, Lépine D",
            1970,
            "Comparison between treatments in a repeated-measurement design: ANOVA and multivariate methods",
            "British Journal of Mathematical and Statistical Psychology 23(2):147–163",
            "10.1111/j.2044-8317.1970.tb00440.x");
    public static final Reference SCHINDELIN_2012 = new Reference(
            "Schindelin et al., 2012",
            "Schindelin J, Arganda-Carreras I, Frise E, Kaynig V, Longair M, Pietzsch T, Preibisch S, Rueden C,"
                    + " Saalfeld S, Schmid B, Tinevez J-Y, White DJ, Hartenstein V, Eliceiri K, Tomancak P, Cardona A",
            2012,
            "Fiji: an open-source platform for biological-image analysis",
            "Nature Methods 9(7):676–682",
            "10.1038/nmeth.2019");
    public static final Reference SEARLE_1980 = new Reference(
            "Searle et al., 1980",
            "Searle SR, Speed FM, Milliken GA",
            1980,
            "Population marginal means in the linear model: an alternative to least squares means",
            "The American Statistician 34(4):216–221",
            "10.1080/00031305.1980.10483031");
    public static final Reference SMITH_NICHOLS_2009 = new Reference(
            "Smith and Nichols, 2009",
            "Smith SM, Nichols TE",
            2009,
            "Threshold-free cluster enhancement: addressing problems of smoothing, threshold dependence and"
                    + " localisation in cluster inference",
            "NeuroImage 44(1):83–98",
            "10.1016/j.neuroimage.2008.03.061");
    public static final Reference STEIGER_2004 = new Reference(
            "Steiger, 2004",
            "Steiger JH",
            2004,
            "Beyond the F test: effect size confidence intervals and tests of close fit in the analysis of variance and contrast analysis",
            "Psychological Methods 9(2):164–182",
            "10.1037/1082-989X.9.2.164");
    public static final Reference STOUFFER_1949 = new Reference(
            "Stouffer et al., 1949",
            "Stouffer SA, Suchman EA, DeVinney LC, Star SA, Williams RM Jr",
            1949,
            "The American Soldier: Adjustment During Army Life",
            "Princeton University Press, Princeton",
            "");
    public static final Reference TER_BRAAK_1992 = new Reference(
            "ter Braak, 1992",
            "ter Braak CJF",
            1992,
            "Permutation versus bootstrap significance tests in multiple regression and ANOVA",
            "In: Jöckel K-H, Rothe G, Sendler W (eds) Bootstrapping and Related Techniques. Springer, Berlin, pp 79–85",
            "10.1007/978-3-642-48850-4_10");
    public static final Reference TIPPETT_1931 = new Reference(
            "Tippett, 1931", "Tippett LHC", 1931, "The Methods of Statistics", "Williams and Norgate, London", "");
    public static final Reference UNSER_1999 = new Reference(
            "Unser, 1999",
            "Unser M",
            1999,
            "Splines: a perfect fit for signal and image processing",
            "IEEE Signal Processing Magazine 16(6):22–38",
            "10.1109/79.799930");

    public static final Reference VADEN_2012 = new Reference(
            "Vaden et al., 2012",
            "Vaden KI Jr, Gebregziabher M, Kuchinsky SE, Eckert MA",
            2012,
            "Multiple imputation of missing fMRI data in whole brain analysis",
            "NeuroImage 60(3):1843–1855",
            "10.1016/j.neuroimage.2012.01.123");
    public static final Reference WELCH_1951 = new Reference(
            "Welch, 1951",
            "Welch BL",
            1951,
            "On the comparison of several mean values: an alternative approach",
            "Biometrika 38(3/4):330–336",
            "10.1093/biomet/38.3-4.330");
    public static final Reference WINKLER_2014 = new Reference(
            "Winkler et al., 2014",
            "Winkler AM, Ridgway GR, Webster MA, Smith SM, Nichols TE",
            2014,
            "Permutation inference for the general linear model",
            "NeuroImage 92:381–397",
            "10.1016/j.neuroimage.2014.01.060");
    public static final Reference WINKLER_2015 = new Reference(
            "Winkler et al., 2015",
            "Winkler AM, Webster MA, Vidaurre D, Nichols TE, Smith SM",
            2015,
            "Multi-level block permutation",
            "NeuroImage 123:253–268",
            "10.1016/j.neuroimage.2015.05.092");

    public static final Reference WINKLER_2016 = new Reference(
            "Winkler, Ridgway et al., 2016",
            "Winkler AM, Ridgway GR, Douaud G, Nichols TE, Smith SM",
            2016,
            "Faster permutation inference in brain imaging",
            "NeuroImage 141:502–516",
            "10.1016/j.neuroimage.2016.05.068");

    public static final Reference WINKLER_COMBINATION_2016 = new Reference(
            "Winkler, Webster et al., 2016",
            "Winkler AM, Webster MA, Brooks JC, Tracey I, Smith SM, Nichols TE",
            2016,
            "Non-parametric combination and related permutation tests for neuroimaging",
            "Human Brain Mapping 37(4):1486–1511",
            "10.1002/hbm.23115");
    public static final Reference YARKONI_2009 = new Reference(
            "Yarkoni, 2009",
            "Yarkoni T",
            2009,
            "Big correlations in little studies: inflated fMRI correlations reflect low statistical power — commentary on Vul et al. (2009)",
            "Perspectives on Psychological Science 4(3):294–298",
            "10.1111/j.1745-6924.2009.01127.x");
}
