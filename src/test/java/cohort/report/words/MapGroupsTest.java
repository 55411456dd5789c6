package cohort.report.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cohort.design.Contrasts;
import cohort.design.Designs;
import cohort.design.matrix.DesignMatrix;
import cohort.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups are those that a table had, found again in its design. */
class MapGroupsTest {
    private static final List<String> GROUP = List.of("b", "a", "c", "a", "b", "c", "c", "a");

    private static DesignMatrix design(String model) {
        List<List<String>> rows = IntStream.range(0, GROUP.size())
                .mapToObj(s -> List.of("s" + s, GROUP.get(s), "" + (20 + s * s)))
                .toList();
        Table table = Table.of("test", List.of("participant_id", "group", "age"), rows);
        return Designs.fromFormula(model, table, table.column("participant_id"));
    }

    private static Optional<MapGroups> groups(String model, String contrast) {
        DesignMatrix design = design(model);
        return MapGroups.of(design, Contrasts.parse(contrast, design));
    }

    @ParameterizedTest
    @CsvSource({
        "group, group.b",
        "group + age, group.c - group.b",
        "0 + group + age, group.a - group.c",
        "group, group.b; group.c"
    })
    void theGroupsAreThoseOfTheTable(String model, String contrast) {
        MapGroups found = groups(model, contrast).orElseThrow();
        assertEquals("group", found.name());
        assertEquals(
                GROUP, Arrays.stream(found.of()).mapToObj(found.groups()::get).toList());
        double[] values = {1, 2, 3, 4, Double.NaN, 6, 7, 8};
        assertArrayEquals(new double[] {2, 4, 8}, found.split(values).get("a"));
        assertArrayEquals(new double[] {1}, found.split(values).get("b"));
        assertArrayEquals(new double[] {3, 6, 7}, found.split(values).get("c"));
    }

    @Test
    void allMapsAreOneGroupForTheirMean() {
        MapGroups found = groups("1", "intercept").orElseThrow();
        assertEquals("", found.name());
        assertEquals(GROUP.size(), found.split(new double[GROUP.size()]).get("").length);
    }

    /** A slope is no difference of groups, and other codings than by indicators do not tell the groups. */
    @ParameterizedTest
    @CsvSource({"group + age, age", "'C(group, Sum)', 'C(group, Sum).a'"})
    void otherContrastsHaveNone(String model, String contrast) {
        DesignMatrix design = design(model);
        String name = design.columns().contains(contrast)
                ? contrast
                : design.columns().get(1);
        assertTrue(MapGroups.of(design, Contrasts.parse(name, design)).isEmpty(), name);
    }
}
