package cohort.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.command.input.Inputs;
import cohort.imagej.io.ImportNiftiCommand;
import cohort.imagej.io.SaveAsNiftiCommand;
import cohort.imagej.message.AboutCommand;
import cohort.imagej.message.HelpCommand;
import cohort.imagej.workbench.OpenSampleCommand;
import cohort.imagej.workbench.WorkbenchCommand;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.MenuEntry;
import org.scijava.MenuPath;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.Service;
import org.scijava.util.ClassUtils;

/** The menu items and their keys, which macros in the world rely on. */
class CommandsTest {
    private static final String SEPARATOR = "Plugins>Cohort, \"-\"";
    private static final Pattern ENTRY =
            Pattern.compile("([^,]*), \"([^\"]+)\", cohort\\.imagej\\.dialog\\.CohortMenu\\(\"([^\"]+)\"\\)");

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(SampleCohortCommand.class, "Sample Cohort...", "output subjects seed effect"),
                Arguments.of(WorkbenchCommand.class, "Cohort...", ""),
                Arguments.of(OpenSampleCommand.class, "Cohort (16 subjects)", ""),
                Arguments.of(HelpCommand.class, "Cohort Help", ""),
                Arguments.of(AboutCommand.class, "About Cohort...", ""),
                Arguments.of(ImportNiftiCommand.class, "NIfTI...", "path"),
                Arguments.of(SaveAsNiftiCommand.class, "NIfTI-1...", "image path"),
                Arguments.of(
                        GroupMaskCommand.class,
                        "Group Mask...",
                        "maps table volumes leave_out resample mask missing output"),
                Arguments.of(
                        SecondLevelModelCommand.class,
                        "Second-Level Model...",
                        "maps table volumes leave_out resample model design contrast error atlas atlas_names mask missing fwhm background effect_sizes residuals predictions output"),
                Arguments.of(
                        PermutationInferenceCommand.class,
                        "Permutation Inference...",
                        "maps table volumes leave_out resample model design contrast error atlas atlas_names mask missing fwhm background effect_sizes residuals predictions output permutations seed tail shuffle method blocks within variance_groups variance_smoothing cluster_p cluster_value tfce uncorrected approximation stop_after connectivity threads"),
                Arguments.of(
                        RegionInferenceCommand.class,
                        "Region Inference...",
                        "maps table volumes leave_out resample model design contrast error atlas atlas_names mask missing fwhm background value level permutations seed tail output"),
                Arguments.of(
                        WithinSubjectMapsCommand.class,
                        "Within-Subject Maps...",
                        "maps table volumes leave_out resample model contrast missing output"),
                Arguments.of(
                        GlassBrainCommand.class,
                        "Glass Brain...",
                        "image title threshold vmax abs views lut contours shared columns mask output width dpi heading vmin bar label paper"),
                Arguments.of(
                        SubjectGridCommand.class,
                        "Subject Grid...",
                        "maps table volumes leave_out resample threshold vmax views mask columns output width dpi heading vmin bar label paper lut"),
                Arguments.of(
                        SlicesCommand.class,
                        "Slices...",
                        "image background threshold vmax views cuts columns lut output width dpi heading vmin bar label paper"),
                Arguments.of(
                        DesignMatrixCommand.class,
                        "Design Matrix...",
                        "maps table volumes leave_out model design contrast output width dpi heading"),
                Arguments.of(CarpetCommand.class, "Carpet...", "maps table volumes leave_out mask missing fwhm output"),
                Arguments.of(
                        NullDistributionCommand.class,
                        "Null Distribution...",
                        "results contrast columns output width dpi heading"),
                Arguments.of(PPlotCommand.class, "P-P Plot...", "image mask values output width dpi heading"),
                Arguments.of(ShowMapCommand.class, "Show Map...", "image background"),
                Arguments.of(
                        ThresholdMapCommand.class, "Threshold Map...", "image mask control alpha extent tail output"),
                Arguments.of(
                        ClusterTableCommand.class,
                        "Cluster Table...",
                        "image threshold extent tail distance mask atlas atlas_names labels subject_values rois output"),
                Arguments.of(
                        TrueDiscoveriesCommand.class, "True Discoveries...", "results contrast regions alpha output"),
                Arguments.of(GroupReportCommand.class, "Group Report...", "results title background compare output"),
                Arguments.of(
                        FetchLocalizerContrastsCommand.class,
                        "Fetch Localizer Contrasts...",
                        "contrast subjects tstats masks anats data output"),
                Arguments.of(FetchTemplateCommand.class, "Fetch Template...", "template data"));
    }

    static Stream<Class<? extends Command>> commands() {
        return keys().map(row -> ((Class<?>) row.get()[0]).asSubclass(Command.class));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theCommandHasItsKeys(Class<? extends Command> command, String label, String keys) throws Exception {
        Command made = command.getDeclaredConstructor().newInstance();
        assertEquals(label, Inputs.menuItem(made));
        List<String> has = List.copyOf(Inputs.of(made).keySet());
        List<String> missing = Arrays.stream(keys.split(" "))
                .filter(key -> !key.isEmpty() && !has.contains(key))
                .toList();
        assertEquals(List.of(), missing, label + " lacks keys");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void imageJFindsEveryKeyAndKeepsNoValue(Class<? extends Command> command) {
        List<Field> inputs = inputs(command);
        for (Field input : inputs) {
            String key = input.getName();
            assertTrue(key.matches("[a-z][a-z0-9_]*"), key + " is not in lower case");
            Parameter parameter = input.getAnnotation(Parameter.class);
            assertFalse(parameter.persist(), key + " would carry its value into the next run");
            assertFalse(parameter.label().isBlank(), key + " has no label");
            assertFalse(parameter.description().isBlank(), key + " is not described");
            for (Field other : inputs)
                assertFalse(
                        !other.equals(input) && other.getName().endsWith(key),
                        key + " is the tail of " + other.getName());
        }
    }

    /** SciJava runs the others only where there is a screen: those that are windows themselves. */
    @ParameterizedTest
    @MethodSource("commands")
    void itRunsWithoutAScreenUnlessItIsAWindow(Class<? extends Command> command) {
        boolean isWindow = List.of(
                        WorkbenchCommand.class, OpenSampleCommand.class, HelpCommand.class, AboutCommand.class)
                .contains(command);
        assertEquals(!isWindow, command.getAnnotation(Plugin.class).headless());
    }

    /** Fiji shows one item instead of two only if label, path and class are the same in both. */
    @Test
    void theMenuOfImageJIsThatOfSciJava() throws IOException {
        Map<String, String> ofImageJ = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("plugins.config")))
            if (!line.isBlank() && !line.startsWith("#") && !line.equals(SEPARATOR)) {
                var entry = ENTRY.matcher(line);
                assertTrue(entry.matches(), "not as ImageJ expects it: " + line);
                assertEquals(null, ofImageJ.put(entry.group(3), entry.group(1) + ">" + entry.group(2)), line);
            }
        Map<String, String> ofSciJava = new TreeMap<>(commands()
                .collect(Collectors.toMap(
                        Class::getName,
                        c -> new CommandInfo(c).getMenuPath().getMenuString().replace(" > ", ">"))));
        assertEquals(ofSciJava, ofImageJ);
    }

    /** Fiji sorts by weight, then by label; ImageJ keeps the order of the file. */
    @Test
    void theMenusOfFijiAndImageJHaveTheSameOrder() throws IOException {
        List<String> ofImageJ = Files.readAllLines(Path.of("plugins.config")).stream()
                .map(ENTRY::matcher)
                .filter(entry -> entry.matches() && entry.group(1).equals("Plugins>Cohort"))
                .map(entry -> entry.group(2))
                .toList();
        List<String> ofFiji = commands()
                .map(command -> new CommandInfo(command).getMenuPath())
                .filter(path -> path.get(1).getName().equals("Cohort"))
                .map(MenuPath::getLeaf)
                .sorted(Comparator.comparingDouble(MenuEntry::getWeight).thenComparing(MenuEntry::getName))
                .map(MenuEntry::getName)
                .toList();
        assertEquals(ofImageJ, ofFiji);
    }

    /** A command that is not in the table above would be tested by nothing here. */
    @Test
    void thereIsNoOtherCommand() throws IOException, URISyntaxException {
        Path classes = Path.of(CohortCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String index = Files.readString(classes.resolve("META-INF/json/org.scijava.plugin.Plugin"));
        List<String> indexed = Pattern.compile(
                        "\"class\":\"(cohort\\.(?:command|imagej\\.io|imagej\\.message|imagej\\.workbench)\\.\\w+Command)\"")
                .matcher(index)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertEquals(commands().map(Class::getName).sorted().toList(), indexed);
    }

    private static List<Field> inputs(Class<? extends Command> command) {
        return ClassUtils.getAnnotatedFields(command, Parameter.class).stream()
                .filter(field -> !Service.class.isAssignableFrom(field.getType())
                        && field.getType() != Context.class
                        && field.getAnnotation(Parameter.class).type() == ItemIO.INPUT
                        && field.getAnnotation(Parameter.class).visibility() != ItemVisibility.INVISIBLE)
                .toList();
    }
}
