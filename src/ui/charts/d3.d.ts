// The few functions we call; the packages carry no types of their own.
declare module 'd3-scale' {
  export type LinearScale = {
    (value: number): number;
    domain(range: [number, number]): LinearScale;
    range(range: [number, number]): LinearScale;
    nice(count?: number): LinearScale;
    ticks(count?: number): number[];
  };
  export function scaleLinear(): LinearScale;
}

declare module 'd3-shape' {
  type Accessor<T> = (item: T) => number;
  export type Curve = { readonly curve: unique symbol };
  export const curveMonotoneX: Curve;
  export type Line<T> = {
    (items: T[]): string | null;
    x(value: Accessor<T>): Line<T>;
    y(value: Accessor<T>): Line<T>;
    curve(curve: Curve): Line<T>;
  };
  export type Area<T> = {
    (items: T[]): string | null;
    x(value: Accessor<T>): Area<T>;
    y0(value: number): Area<T>;
    y1(value: Accessor<T>): Area<T>;
    curve(curve: Curve): Area<T>;
  };
  export function line<T>(): Line<T>;
  export function area<T>(): Area<T>;
}
