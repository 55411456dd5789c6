"use strict";

// Sorts tables by a click on a heading. The rows of one body stay together and go by their first row.
for (const table of document.querySelectorAll("table.sortable")) {
    const headings = Array.from(table.tHead.rows[0].cells);
    headings.forEach((heading, column) => {
        const numbers = Array.from(table.tBodies, body => body.rows[0].cells[column].dataset.value);
        const numeric = numbers.some(number => number !== undefined);
        // No button element: print leaves it out of the headings that it repeats on each page.
        const button = document.createElement("span");
        button.setAttribute("role", "button");
        button.tabIndex = 0;
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("keydown", event => {
            if (![" ", "Enter"].includes(event.key)) return;
            event.preventDefault();
            button.click();
        });
        button.addEventListener("click", () => {
            const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
            headings.forEach(other => other.removeAttribute("aria-sort"));
            heading.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
            const key = body => body.rows[0].cells[column];
            const compare = (a, b) => numeric
                ? Number(key(a).dataset.value ?? -1e300) - Number(key(b).dataset.value ?? -1e300)
                : key(a).textContent.localeCompare(key(b).textContent, "en", {numeric: true});
            table.append(...Array.from(table.tBodies).sort((a, b) => direction * compare(a, b)));
        });
    });
}

// Says which columns of a table are beyond the edge of the screen.
for (const box of document.querySelectorAll(".scroll")) {
    const headings = Array.from(box.querySelector("table").tHead.rows[0].cells);
    const hint = document.createElement("p");
    hint.className = "beyond";
    box.before(hint);
    const look = () => {
        const edge = box.getBoundingClientRect().right + 1;
        const hidden = headings.filter(heading => heading.getBoundingClientRect().right > edge);
        hint.textContent = `Scroll the table for ${hidden.map(heading => heading.textContent).join(", ")} \u2192`;
        hint.hidden = hidden.length === 0;
    };
    box.addEventListener("scroll", look, {passive: true});
    new ResizeObserver(look).observe(box);
}

// Paper cannot be unfolded.
window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
        details.open = true;
        details.dataset.unfolded = "";
    }
});
window.addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("details[data-unfolded]")) {
        details.open = false;
        delete details.dataset.unfolded;
    }
});
