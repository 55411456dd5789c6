package cohort.region.names;

import cohort.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line for each label, which begins with its number, and comments after #: the colour tables of FreeSurfer ({@code 17
 * Left-Hippocampus 220 216 20 0}) and the label descriptions of ITK-SNAP ({@code 17 220 216 20 1 1 1 "Hippocampus"}).
 */
final class LabelLines implements NameForm {
    private static final Pattern ITK_SNAP = Pattern.compile("(\\d+)(?:\\s+[\\d.]+){6}\\s+\"([^\"]*)\"");
    private static final Pattern FREESURFER = Pattern.compile("(\\d+)\\s+(\\S.*?)(?:\\s+\\d+){3,4}");

    @Override
    public boolean matches(Path file, String text) {
        return lines(text).stream()
                .findFirst()
                .map(line -> match(line).matches())
                .orElse(false);
    }

    @Override
    public List<RegionName> read(Path file, String text) {
        return lines(text).stream().map(line -> name(file, line)).toList();
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Matcher match(String line) {
        Matcher snap = ITK_SNAP.matcher(line);
        return snap.matches() ? snap : FREESURFER.matcher(line);
    }

    private static RegionName name(Path file, String line) {
        Matcher found = match(line);
        if (found.matches())
            return RegionName.of(
                    Labels.parse(file, found.group(1)), found.group(2).strip());
        throw new InputException("atlas_names: " + file + " has the line \"" + line
                + "\", expected a label, its name and its colours as in the lines before; correct the line.");
    }
}
