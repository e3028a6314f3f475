import { Markdown, PrintLayout } from '../../ui/index.ts';

type PointsPrintProps = { network: string; id: string; title: string; sub: string; html: string };

/** One version of talking points on paper. */
export const PointsPrintPage = ({ network, id, title, sub, html }: PointsPrintProps) => (
  <PrintLayout
    title={title}
    network={network}
    sub={sub}
    back={{ href: `/talking-points/${id}`, label: 'Back' }}
  >
    <Markdown html={html} />
  </PrintLayout>
);
