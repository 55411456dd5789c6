package cohort.imagej.map;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The state of the viewer as it changes. Those who change it and those who show it know nothing of each other. */
final class ViewerModel {
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private ViewerState state;

    /** Is told of changes. */
    @FunctionalInterface
    interface Listener {
        /** Called on the thread that made the change, after it. */
        void changed(ViewerState before, ViewerState now);
    }

    ViewerModel(ViewerState state) {
        this.state = state;
    }

    synchronized ViewerState state() {
        return state;
    }

    /** Has the listener told of each change from now on, once, however often it is given. */
    void listen(Listener listener) {
        if (!listeners.contains(listener)) listeners.add(listener);
    }

    void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** Changes the state, and tells all listeners unless it is the same as before. */
    void change(UnaryOperator<ViewerState> step) {
        ViewerState before, now;
        synchronized (this) {
            before = state;
            now = step.apply(before);
            state = now;
        }
        if (!now.equals(before)) for (Listener listener : listeners) listener.changed(before, now);
    }
}
