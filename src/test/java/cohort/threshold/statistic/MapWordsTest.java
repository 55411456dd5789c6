package cohort.threshold.statistic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cohort.effect.EffectSizes;
import cohort.glm.ContrastMaps;
import cohort.image.HeaderNotes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t | t | t",
                "F | F | F",
                "pseudoT | Pseudo-t | pseudo-t",
                "zv | zv | zv",
                "fisher | Combined maps (Fisher statistic) | Fisher statistic",
                "logpMaxStouffer | −log10 corrected p, voxel level (Stouffer statistic) | −log10 p Stouffer statistic",
                "minT | Conjunction (minimum t) | minimum t",
                "minZF | Conjunction (minimum zF) | minimum zF",
                "logpMaxMinT | −log10 corrected p, voxel level (minimum t) | −log10 p minimum t",
                "minPseudoT | Conjunction (minimum pseudo-t) | minimum pseudo-t",
                "n | Number of subjects | n",
                "p | Uncorrected p | p",
                "logp | −log10 p, uncorrected | −log10 p",
                "logpFdr | −log10 FDR q (permutation) | −log10 q",
                "logpBonferroni | −log10 corrected p, Bonferroni (parametric) | −log10 p Bonferroni",
                "logpMaxT | −log10 corrected p, voxel level | −log10 p t",
                "logpMaxF | −log10 corrected p, voxel level | −log10 p F",
                "logpMaxZG | −log10 corrected p, voxel level (zG) | −log10 p zG",
                "logpMaxPseudoT | −log10 corrected p, voxel level (pseudo-t) | −log10 p pseudo-t",
                "logpMaxSize | −log10 corrected p, cluster size | −log10 p size",
                "logpMaxMassAllContrasts | −log10 corrected p, cluster mass, over all contrasts | −log10 p mass",
                "logpMaxSizeAllThresholds | −log10 corrected p, cluster size over all thresholds | −log10 p size",
                "logpMaxTfce | −log10 corrected p, TFCE | −log10 p TFCE",
                "size | Cluster size (voxels) | voxels",
                "d | Cohen's d | d",
                "gUnpooled | Hedges' g, variances not pooled | g",
                "dUnpooledLower | Cohen's d, variances not pooled, lower 95 % limit | d, lower 95 % limit",
                "partialR2Upper | Partial R², upper 95 % limit | partial R², upper 95 % limit",
                "R2 | R² of the model | R²",
                "my map | my map | my map",
                "Lower | Lower | Lower"
            })
    void namesOfFilesBecomeWords(String name, String title, String symbol) {
        assertEquals(title, MapWords.title(name));
        assertEquals(symbol, MapWords.symbol(name));
    }

    @Test
    void aTitleSaysWhatWasTested() {
        assertEquals("t (patients > controls)", MapWords.title("t", "patients > controls"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "age logpMaxT | logpMaxT | −log10 corrected p, voxel level (age) | age −log10 p t",
                "age logpMaxSizeAllThresholds | logpMaxSizeAllT | −log10 corrected p, cluster size over all thresholds (age)"
                        + " | age −log10 p size",
                "contrast-age_stat-d_statmap.nii.gz | | Cohen's d (age) | age d",
                "my d | | my d | my d",
                "my d | t | my d | my d",
                "d | d | d | d",
                " d | d | d | d"
            })
    void theTitleOfAMapOfResultsBecomesWords(String title, String intent, String words, String symbol) {
        HeaderNotes notes = HeaderNotes.NONE.withIntent(0, 0, 0, intent == null ? "" : intent);
        assertEquals(words, MapWords.title(title, notes));
        assertEquals(symbol, MapWords.symbol(title, notes));
    }

    @Test
    void noMapIsCalledByTheLettersOfItsFile() {
        Stream.concat(EffectSizes.NAMES.stream(), ContrastMaps.NAMES.stream())
                .map(MapWords::title)
                .forEach(title -> assertFalse(title.matches(".*(logp|[a-z][A-Z]).*|.*R2.*"), title));
    }
}
