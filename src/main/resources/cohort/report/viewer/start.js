// Without the viewer the page is whole.

Viewer.open(document.getElementById("viewer"));
