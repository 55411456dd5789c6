package cohort.image.tiff;

import cohort.image.format.VolumeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads all files of a folder for each line that comes in and prints how many seconds that took: see bench_tiff.py. */
final class ReadingTime {
    private ReadingTime() {}

    public static void main(String[] args) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            all = files.sorted().toList();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            long start = System.nanoTime();
            for (Path file : all) VolumeFile.open(file).readAll();
            System.out.println((System.nanoTime() - start) / 1e9);
        }
    }
}
