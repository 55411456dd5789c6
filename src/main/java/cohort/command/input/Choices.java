package cohort.command.input;

import cohort.InputException;
import cohort.analysis.model.ErrorRule;
import cohort.analysis.region.RegionValue;
import cohort.data.localizer.Localizer;
import cohort.data.template.Template;
import cohort.figure.anatomy.Outline;
import cohort.figure.colour.ColourMap;
import cohort.figure.paper.BarRule;
import cohort.figure.paper.Paper;
import cohort.image.resample.Interpolation;
import cohort.mask.Masks;
import cohort.mask.MissingPolicy;
import cohort.memory.Storage;
import cohort.permute.model.RegressionMethod;
import cohort.permute.nulls.Approximation;
import cohort.permute.nulls.Tail;
import cohort.permute.several.Combination;
import cohort.permute.shuffle.ShuffleScheme;
import cohort.subjects.SubjectAxis;
import cohort.threshold.Thresholds;
import cohort.threshold.statistic.EvidenceForm;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.scijava.module.ModuleItem;

/**
 * What a dialog offers for an input: the names of what is registered, so that no list of them stands in a command. A parameter says
 * by the attribute {@link #OF} which of these its values are.
 */
public enum Choices {
    MASK_RULES(Masks::strategies, true),
    INTERPOLATIONS(() -> with("no", Interpolation.all().stream().map(Interpolation::name)), true),
    /** Those that are one word; any number is one, too. */
    CONTROLS(
            () -> Thresholds.controls().stream()
                    .map(spelling -> spelling.split(" ")[0])
                    .filter(word -> word.length() > 1)
                    .toList(),
            true),
    MISSING(() -> names(MissingPolicy.whole()), false),
    MISSING_OR_AVAILABLE(() -> names(MissingPolicy.values()), false),
    PLACES(() -> names(Storage.Place.values()), false),
    AXES(() -> names(SubjectAxis.values()), false),
    ERRORS(() -> names(ErrorRule.values()), false),
    /** One for each contrast may be given, too. */
    TAILS(() -> names(Tail.values()), true),
    SIDES(() -> with("auto", names(Tail.values()).stream()), false),
    SHUFFLES(() -> names(ShuffleScheme.values()), false),
    METHODS(() -> names(RegressionMethod.values()), false),
    REGION_VALUES(RegionValue::names, false),
    COMBINATIONS(() -> with("none", names(Combination.values()).stream()), false),
    APPROXIMATIONS(() -> names(Approximation.values()), false),
    FORMS(() -> with("auto", names(EvidenceForm.values()).stream()), false),
    OUTLINES(Outline::names, false),
    TEMPLATES(() -> names(Template.values()), false),
    /** Any name of one of them will do. */
    LOCALIZER_CONTRASTS(Localizer::contrasts, true),
    /** Any letters of x, y and z will do. */
    VIEWS(() -> List.of("ortho", "x", "y", "z"), true),
    /** Any letters of x, y, z, l and r will do. */
    BRAIN_VIEWS(
            () -> List.of("ortho", "x", "y", "z", "l", "r", "xz", "yx", "yz", "lr", "lzr", "lyr", "lzry", "lyrz"),
            true),
    /** Any lookup table of ImageJ is one, too. */
    COLOURS(() -> with("auto", ColourMap.all().stream().map(ColourMap::name)), true),
    BARS(() -> names(BarRule.values()), false),
    PAPERS(() -> names(Paper.values()), false);

    /** The attribute's name. */
    public static final String OF = "choices";

    private final Supplier<List<String>> names;
    private final boolean open;

    Choices(Supplier<List<String>> names, boolean open) {
        this.names = names;
        this.open = open;
    }

    /** Those of an input; none if it has no names. */
    public static Stream<Choices> of(ModuleItem<?> input) {
        return Arrays.stream(values()).filter(choices -> choices.name().equals(input.get(OF)));
    }

    /** How they are written. */
    public List<String> names() {
        return names.get();
    }

    /** Whether other values may be given too, such as the name of a file. */
    public boolean isOpen() {
        return open;
    }

    /**
     * The one of a name, in any case.
     *
     * @param key of the option, for the message
     * @throws InputException if there is none
     */
    public static <T> T value(String key, String text, T[] values) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new InputException(key + ": found " + text + ", expected "
                        + String.join(
                                " or ",
                                Arrays.stream(values).map(Object::toString).toList()) + "."));
    }

    private static List<String> names(Object[] values) {
        return Arrays.stream(values)
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> with(String first, Stream<String> names) {
        return Stream.concat(Stream.of(first), names).toList();
    }
}
