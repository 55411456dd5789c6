package cohort.figure.paper;

/** What is drawn on if the picture is to be one of shapes and letters, whose resolution is that of its reader. */
interface VectorCanvas {
    /**
     * Has the next text hang at its beginning, its middle or its end, so that it is in place whatever the font.
     *
     * @param anchor 0, 0.5 or 1
     */
    void anchor(double anchor);
}
