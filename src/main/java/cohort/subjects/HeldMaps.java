package cohort.subjects;

import cohort.image.Grid;
import cohort.image.Volume;

/**
 * Maps in memory.
 *
 * @param volumes by subject
 */
record HeldMaps(Volume[] volumes) implements MapStore {

    @Override
    public void put(int subject, Volume map) {
        volumes[subject] = map;
    }

    @Override
    public int size() {
        return volumes.length;
    }

    @Override
    public Grid grid(int subject) {
        return volumes[subject].grid();
    }

    @Override
    public Volume volume(int subject) {
        return volumes[subject];
    }

    @Override
    public int together() {
        return volumes.length;
    }
}
