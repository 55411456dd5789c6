package cohort.report;

import java.util.stream.Stream;

/**
 * What was found for one contrast.
 *
 * @param tested the contrast
 * @param number among the contrasts, from 1
 * @param alone whether there is no other
 */
record ResultSection(ContrastResults tested, int number, boolean alone) implements Section {

    @Override
    public String id() {
        return alone ? "results" : "results-" + number;
    }

    @Override
    public String title() {
        return alone ? "Results" : "Results: " + tested.contrast().text();
    }

    @Override
    public Stream<Node> content(Results results) {
        return Stream.of(
                        MapPictures.of(results, tested),
                        Thresholding.of(results, tested),
                        ClusterPart.of(ClusterListing.of(results, tested), tested),
                        NullPart.of(tested))
                .flatMap(part -> part);
    }
}
