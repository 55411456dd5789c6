package cohort.imagej.workbench;

import cohort.analysis.AnalysisPreview;
import cohort.figure.Figures;
import cohort.imagej.dialog.CommandInputs;
import cohort.imagej.message.Html;
import cohort.imagej.workbench.widget.Picture;
import cohort.study.QuestionCard;
import cohort.study.QuestionOffer;
import cohort.study.Step;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;

/** Which question, on which columns; what it becomes is drawn as it is chosen. */
final class QuestionPage implements Page {
    /** Pixels a point: the design matrix is a sketch here. */
    private static final double SCALE = 1.4;

    private final WorkbenchModel model;
    private final JPanel page = new JPanel(new BorderLayout(0, 8));
    private final JPanel slots = new JPanel(new FlowLayout(FlowLayout.LEADING));
    private final JComboBox<QuestionCard> cards = new JComboBox<>();
    private final JLabel asks = new JLabel(" "), shuffling = new JLabel(" ");
    private final Picture design = new Picture("design");
    private final List<JComboBox<String>> columns = new ArrayList<>();
    private Optional<QuestionOffer> offer = Optional.empty();
    private Optional<AnalysisPreview> drawn = Optional.empty();
    private boolean showing;

    QuestionPage(WorkbenchModel model, CommandInputs inputs) {
        this.model = model;
        cards.setName("card");
        asks.setName("asks");
        cards.addActionListener(event -> {
            if (!showing) choose(List.of());
        });
        JPanel question = new JPanel(new BorderLayout(0, 4));
        JPanel choice = new JPanel(new FlowLayout(FlowLayout.LEADING));
        choice.add(new JLabel("Question"));
        choice.add(cards);
        question.add(choice, BorderLayout.NORTH);
        question.add(asks, BorderLayout.CENTER);
        question.add(slots, BorderLayout.SOUTH);
        JPanel top = new JPanel(new BorderLayout(0, 4));
        top.add(question, BorderLayout.NORTH);
        top.add(new KeysPage(model, inputs, Step.QUESTION).component(), BorderLayout.CENTER);
        top.add(shuffling, BorderLayout.SOUTH);
        page.add(top, BorderLayout.NORTH);
        page.add(new JScrollPane(design), BorderLayout.CENTER);
        model.listen(this::show);
        show();
    }

    private void show() {
        Optional<QuestionOffer> now = model.check().questions();
        if (!now.equals(offer)) offer(now);
        shuffling.setText(Html.lines(Workbench.PAGE, remarks()));
        if (model.check().preview().equals(drawn)) return;
        drawn = model.check().preview();
        drawn.ifPresentOrElse(
                preview -> design.draw(() -> Figures.designMatrix(preview.design(), preview.contrasts()), SCALE),
                design::clear);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        model.check().preview().ifPresent(preview -> {
            remarks.add(model.check().shuffling());
            remarks.addAll(preview.remarks());
        });
        return remarks;
    }

    /** Offers the questions that the table has columns for, and shows the one that is asked, whoever asked it. */
    private void offer(Optional<QuestionOffer> now) {
        offer = now;
        showing = true;
        cards.setModel(new DefaultComboBoxModel<>(
                now.map(QuestionOffer::cards).orElse(List.of()).toArray(new QuestionCard[0])));
        slots.removeAll();
        columns.clear();
        now.ifPresent(found -> {
            cards.setSelectedItem(found.asked());
            asks.setText("  " + found.asks());
            for (int s = 0; s < found.columns().size(); s++) addSlot(found, s);
        });
        slots.revalidate();
        slots.repaint();
        showing = false;
    }

    private void addSlot(QuestionOffer found, int slot) {
        JComboBox<String> column = new JComboBox<>(found.choices(slot).toArray(new String[0]));
        column.setName("slot " + slot);
        column.setSelectedItem(found.columns().get(slot));
        column.addActionListener(event -> {
            if (!showing)
                choose(columns.stream()
                        .map(box -> (String) box.getSelectedItem())
                        .toList());
        });
        columns.add(column);
        slots.add(new JLabel(found.asked().slots().get(slot).label()));
        slots.add(column);
    }

    /** @param chosen a column for each of the card's slots; none for the first that will do */
    private void choose(List<String> chosen) {
        QuestionCard card = (QuestionCard) cards.getSelectedItem();
        if (card == null || offer.isEmpty()) return;
        if (card == QuestionCard.OWN) {
            offer(offer.map(QuestionOffer::own));
            return;
        }
        model.change(offer.get().keys(card, chosen));
    }

    @Override
    public JComponent component() {
        return page;
    }
}
