package cohort.imagej.workbench;

import cohort.analysis.GroupAnalysis;
import cohort.figure.Figures;
import cohort.figure.colour.ColourMap;
import cohort.figure.slice.SliceOptions;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Background;
import cohort.imagej.workbench.widget.Picture;
import cohort.mask.Mask;
import cohort.study.Step;
import cohort.study.Study;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** Which voxels; on request the maps are read and the mask is shown. */
final class VoxelsPage implements Page {
    private static final double SCALE = 1.2;
    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JButton look = new JButton("Show the mask");
    private final JLabel said = new JLabel(" ");
    private final Picture picture = new Picture("mask slices");
    private boolean looking;

    VoxelsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        look.setName("mask picture");
        look.addActionListener(event -> look());
        said.setName("mask words");
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING));
        row.add(look);
        row.add(said);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(new KeysPage(model, inputs, Step.VOXELS).component(), BorderLayout.NORTH);
        top.add(row, BorderLayout.SOUTH);
        page.add(top, BorderLayout.NORTH);
        page.add(new JScrollPane(picture), BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    private void show() {
        look.setEnabled(!looking && model.check().preview().isPresent());
    }

    private void look() {
        looking = true;
        said.setText("Reading the maps…");
        show();
        Study study = model.study();
        Background.run("Cohort mask", () -> mask(study), this::looked);
    }

    private Mask mask(Study study) {
        try (GroupAnalysis voxels = model.voxels(study)) {
            return voxels.mask().mask();
        }
    }

    private void looked(Optional<Mask> mask, String failure) {
        looking = false;
        said.setText(Html.lines(
                Workbench.TEXT,
                mask.map(found -> Words.count(found.size(), "voxel")).orElse(failure)));
        SliceOptions grey = SliceOptions.DEFAULT.withLut(ColourMap.GRAY);
        mask.ifPresentOrElse(
                found -> picture.draw(
                        () -> Figures.slices(found.toVolume(), grey).toImage(SCALE)),
                picture::clear);
        show();
    }

    @Override
    public JComponent component() {
        return page;
    }
}
