// A member's page works without this; it only spares marking a text by hand.
document.documentElement.classList.add('has-script');
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
  });
}
