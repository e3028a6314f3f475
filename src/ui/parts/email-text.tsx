/** An email address that a narrow place breaks before the @ or the last dot, not within a word. */
export const EmailText = ({ address }: { address: string }) => (
  <>
    {address.split(/(?=@)|(?=\.[^.@]*$)/).map((part, place) => (
      <>
        {place > 0 && <wbr />}
        {part}
      </>
    ))}
  </>
);
