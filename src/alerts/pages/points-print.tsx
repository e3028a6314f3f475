import { Markdown, PrintLayout } from '../../ui/index.ts';

type PointsPrintProps = {
  network: string;
  id: string;
  title: string;
  sub: string;
  html: string;
  sources: string | null;
  expired: string | null;
};

/** One version of talking points on paper. */
export const PointsPrintPage = (props: PointsPrintProps) => (
  <PrintLayout
    title={props.title}
    network={props.network}
    sub={props.sub}
    back={{ href: `/talking-points/${props.id}`, label: 'Back' }}
  >
    {props.expired && (
      <p>
        <strong>{props.expired}</strong>
      </p>
    )}
    <Markdown html={props.html} />
    {props.sources && <p class="small soft">{props.sources}</p>}
  </PrintLayout>
);
