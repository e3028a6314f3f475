/** The product's mark: a chamber's seats, one of them empty and called. Decoration, so silent. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" width="22" height="22" aria-hidden="true" focusable="false">
    <circle cx="5" cy="21" r="3" />
    <circle cx="9.4" cy="12.4" r="3" />
    <circle cx="27" cy="21" r="3" />
    <circle cx="18.2" cy="8.2" r="3" />
    <circle class="called" cx="25.3" cy="12.9" r="2.6" />
    <path d="M11 24a5 5 0 0 1 10 0z" />
  </svg>
);
