// Before anything is drawn: with a script tables are shown by the page, and a chosen look is kept.
document.documentElement.classList.add("live");
try {
  const look = localStorage.getItem("landfall-look");
  if (look === "light" || look === "dark") document.documentElement.dataset.look = look;
} catch {
  // A page from disk or in a sandbox may have no storage.
}
