package cohort.analysis;

import cohort.image.HeaderNotes;
import cohort.image.ReadingOptions;
import cohort.image.Volume;
import java.util.List;
import java.util.Optional;

/** A program that has one image open. */
public record OneOpenImage(String name, Volume image) implements OpenImages {
    @Override
    public Optional<Volume> find(String title) {
        return title.equals(name) ? Optional.of(image) : Optional.empty();
    }

    @Override
    public Optional<List<Volume>> findAll(String title, ReadingOptions options) {
        return find(title).map(List::of);
    }

    @Override
    public HeaderNotes notes(String title) {
        return HeaderNotes.NONE;
    }

    @Override
    public List<String> titles() {
        return List.of(name);
    }
}
