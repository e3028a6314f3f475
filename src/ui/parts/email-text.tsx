/** An email address that a narrow place breaks before the @, not within a word. */
export const EmailText = ({ address }: { address: string }) => {
  const at = Math.max(address.lastIndexOf('@'), 0);
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
};
