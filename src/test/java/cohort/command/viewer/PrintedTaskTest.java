package cohort.command.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTaskTest {
    private final List<String> lines = new ArrayList<>();
    private double seconds = 100;
    private final PrintedTask task = new PrintedTask("Permutation Inference", lines::add, () -> (long) (seconds * 1e9));

    @Test
    void tellsTheTimeLeftOnceASecond() {
        at(100.5, 100);
        at(101, 200);
        at(101.9, 400);
        at(102, 500);
        at(104, 1000);
        assertEquals(
                List.of(
                        "Permutation Inference: Permutations 200 of 1,000, 4.0 s left",
                        "Permutation Inference: Permutations 500 of 1,000, 2.0 s left",
                        "Permutation Inference: Permutations 1,000 of 1,000, 4.0 s"),
                lines);
    }

    @Test
    void reportsOutOfOrderAreLeftOut() {
        at(102, 500);
        at(104, 400);
        assertEquals(List.of("Permutation Inference: Permutations 500 of 1,000, 2.0 s left"), lines);
    }

    @Test
    void aStepBeginsWhenTheOneBeforeItEnded() {
        seconds = 110;
        task.update("Maps", 16, 16);
        at(110.5, 250);
        at(112, 1000);
        assertEquals(
                List.of(
                        "Permutation Inference: Maps 16 of 16, 10.0 s",
                        "Permutation Inference: Permutations 1,000 of 1,000, 2.0 s"),
                lines);
    }

    @Test
    void longTimesAreInMinutes() {
        at(190, 500);
        assertEquals(List.of("Permutation Inference: Permutations 500 of 1,000, 1 min 30 s left"), lines);
    }

    private void at(double second, long done) {
        seconds = second;
        task.update("Permutations", done, 1000);
    }
}
