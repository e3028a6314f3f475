/** An email address: whole on a line where there is room, else broken before the @ or the last dot, never in a word. */
export const EmailText = ({ address }: { address: string }) => (
  <span class="address">
    {address.split(/(?=@)|(?=\.[^.@]*$)/).map((part, place) => (
      <>
        {place > 0 && <wbr />}
        {part}
      </>
    ))}
  </span>
);
