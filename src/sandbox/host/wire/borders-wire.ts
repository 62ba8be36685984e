import { invalidArgument, notImplemented } from '../api-error';
import type { BorderLine, BorderSide } from '../borders';
import { borderOf, borderSides, setBorder } from '../borders';
import type { CellSet } from '../cell-set';
import { colorText } from '../color';
import { WireCollection, WireObject } from '../wire-object';

/** `Excel.RangeBorderCollection` */
export class BordersWire extends WireCollection<BorderWire> {
  readonly wireType = 'RangeBorderCollection';

  constructor(private readonly cells: CellSet) {
    super();
  }
  get Count(): number {
    return borderSides.length;
  }
  items(): readonly BorderWire[] {
    return borderSides.map((side) => new BorderWire(this.cells, side));
  }
  override at(key: unknown): BorderWire {
    if (key === 'DiagonalDown' || key === 'DiagonalUp') throw notImplemented('diagonal borders');
    const side = borderSides.find((known) => known === key);
    if (side === undefined) throw invalidArgument();
    return new BorderWire(this.cells, side);
  }
}

const styles = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'];

/** `Excel.RangeBorder` */
class BorderWire extends WireObject {
  readonly wireType = 'RangeBorder';

  constructor(
    private readonly cells: CellSet,
    private readonly side: BorderSide,
  ) {
    super();
  }
  get SideIndex(): string {
    return this.side;
  }
  get Style(): string | null {
    const line = this.#line;
    return line && line.style;
  }
  set Style(style: unknown) {
    if (typeof style !== 'string' || !styles.includes(style)) throw invalidArgument();
    this.#change({ style });
  }
  get Weight(): string | null {
    const line = this.#line;
    return line && line.weight;
  }
  set Weight(weight: unknown) {
    if (typeof weight !== 'string' || !weights.includes(weight)) throw invalidArgument();
    this.#change({ weight });
  }
  get Color(): string | null {
    const line = this.#line;
    return line && line.color;
  }
  set Color(color: unknown) {
    this.#change({ color: colorText(color) });
  }

  get #line(): BorderLine | null {
    return borderOf(this.cells, this.side);
  }
  /** A colour or a weight alone draws a continuous thin line, as in Excel. */
  #change(part: Partial<BorderLine>): void {
    const line = this.#line ?? { style: 'None', weight: 'Thin', color: '#000000' };
    const style = line.style === 'None' ? 'Continuous' : line.style;
    setBorder(this.cells, this.side, { ...line, style, ...part });
  }
}
