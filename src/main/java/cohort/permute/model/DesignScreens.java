package cohort.permute.model;

import cohort.permute.nulls.Tail;
import cohort.permute.screen.DesignBatch;
import cohort.permute.screen.FloatCounts;
import cohort.permute.screen.FloatScreen;
import cohort.permute.screen.KnownRest;
import cohort.permute.screen.NearSpaceRest;
import cohort.permute.screen.NystromRest;
import cohort.permute.screen.Reach;
import cohort.permute.screen.RestBound;
import cohort.permute.screen.SquaredDots;
import cohort.permute.tile.SideBySide;
import cohort.permute.tile.TileScreen;
import java.util.stream.Stream;

/** Chooses the fastest screen for any shuffles of a design, by its numbers of subjects and columns. */
record DesignScreens(Reach statistic, Tail tail) {

    TileScreen of(ShuffledModel model) {
        int subjects = model.effect()[0].length, effects = model.effect().length, columns = columns(model);
        if (DotScreen.suits(subjects, columns)) return new DotScreen(subjects, columns, tail, statistic);
        if (isBounded(model)) return screen(new NystromRest(subjects, model.removed(), effects, columns, false));
        return NearSpaceRest.suits(subjects, effects, columns)
                ? sideBySide(new DesignBatch(subjects, effects, columns))
                : screen(new SquaredDots(subjects, effects, columns));
    }

    /** The one that also counts. */
    FloatCounts counting(ShuffledModel model) {
        int subjects = model.effect()[0].length, effects = model.effect().length, columns = columns(model);
        KnownRest rest = isBounded(model)
                ? new NystromRest(subjects, model.removed(), effects, columns, true)
                : new SquaredDots(subjects, effects, columns);
        return new FloatCounts(rest, tail, statistic);
    }

    private static boolean isBounded(ShuffledModel model) {
        int subjects = model.effect()[0].length;
        return model.isFixed() && NystromRest.suits(subjects, model.removed().length, columns(model));
    }

    private static int columns(ShuffledModel model) {
        return model.effect().length + model.nuisance().length;
    }

    private FloatScreen screen(RestBound rest) {
        return new FloatScreen(rest, tail, statistic);
    }

    private SideBySide sideBySide(DesignBatch designs) {
        return new SideBySide(Stream.generate(() -> screen(new NearSpaceRest(designs)))
                .limit(designs.tiles())
                .toList());
    }
}
