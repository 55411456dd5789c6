package cohort.imagej.workbench;

import cohort.InputException;
import cohort.Progress;
import cohort.analysis.GroupAnalysis;
import cohort.figure.Figures;
import cohort.figure.paper.ColourMap;
import cohort.figure.slice.SliceOptions;
import cohort.image.Volume;
import cohort.imagej.dialog.CommandInputs;
import cohort.study.Step;
import cohort.study.Study;
import cohort.text.Words;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.util.Optional;
import javax.swing.ImageIcon;
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
    private final JLabel said = new JLabel(" "), picture = new JLabel();
    private boolean looking;

    VoxelsPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        look.setName("mask picture");
        look.addActionListener(event -> look());
        said.setName("mask words");
        picture.setVerticalAlignment(JLabel.TOP);
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
        Thread work = new Thread(() -> work(study), "Cohort mask");
        work.setDaemon(true);
        work.start();
    }

    private void work(Study study) {
        String words;
        Optional<ImageIcon> slices = Optional.empty();
        try {
            GroupAnalysis analysis =
                    GroupAnalysis.load(study.with("fwhm", "0").settings().data(), model.images(), Progress.NONE);
            Volume mask = analysis.mask().mask().toVolume();
            words = Words.count(analysis.mask().mask().size(), "voxel");
            slices = Optional.of(new ImageIcon(Figures.slices(mask, SliceOptions.DEFAULT.withLut(ColourMap.GRAY))
                    .toImage(SCALE)));
        } catch (InputException e) {
            words = e.getMessage();
        }
        String told = words;
        Optional<ImageIcon> drawn = slices;
        EventQueue.invokeLater(() -> {
            looking = false;
            said.setText(Html.lines(told));
            picture.setIcon(drawn.orElse(null));
            show();
        });
    }

    @Override
    public JComponent component() {
        return page;
    }
}
