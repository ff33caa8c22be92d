const FEW = 3;
const PATIENCE = 4000;

/**
 * Who may load what draws charts: at first only the first few, so that a page of many shows its first chart soon; all
 * others once that stands, or was waited for long enough.
 */
export class FirstTurn {
  private open = false;
  private began = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly few = FEW,
    private readonly patience = PATIENCE,
  ) {}

  /** Resolves when it is this one's turn; at once for the first few, and for everybody later. */
  mine(): Promise<void> {
    if (this.open || this.began < this.few) {
      this.began++;
      return Promise.resolve();
    }
    if (this.waiting.length === 0) setTimeout(this.stands, this.patience);
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The first chart stands, or will not. */
  readonly stands = () => {
    this.open = true;
    for (const go of this.waiting.splice(0)) go();
  };
}

export const firstTurn = new FirstTurn();
